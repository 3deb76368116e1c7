/** Why a document cannot be judged, and where in the text that shows. */
export class ReadingError extends Error {
  public constructor(message: string, public readonly offset: number) {
    super(message);
  }
}
