/** What a block is called: its name after the word Khối, unless the name begins with that word itself. */
export function blockTitle(blockName: string): string {
  return /^khối(\s|$)/iu.test(blockName.normalize('NFC')) ? blockName : `Khối ${blockName}`;
}
