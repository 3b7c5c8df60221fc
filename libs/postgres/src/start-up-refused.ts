/**
 * The program cannot start as it is configured or installed. `message` is one Vietnamese sentence that names what to mend;
 * every app prints it alone on stderr and ends with `exitCode` (78, EX_CONFIG of sysexits.h).
 */
export class StartUpRefused extends Error {
  static readonly exitCode = 78;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartUpRefused';
  }
}
