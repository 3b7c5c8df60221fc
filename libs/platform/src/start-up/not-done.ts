/** What was asked cannot be done or found. `message` is Vietnamese and says what there is instead; the program ends with exit 1. */
export class NotDone extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NotDone';
  }
}
