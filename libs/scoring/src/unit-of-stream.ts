const UNIT_YEAR = /^(?:assessment|survey|casework)-\d{4}\.(.+)$/;
const UNIT = /^unit-(.+)$/;

/** The unit that everything in a stream is about; undefined where it is about blocks, years or published results. */
export function unitOfStream(stream: string): string | undefined {
  return (UNIT_YEAR.exec(stream) ?? UNIT.exec(stream))?.[1];
}
