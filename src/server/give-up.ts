/** Ends a script with a sentence for the user; it exits once nothing is left to do. */
export function giveUp(sentence: string, exitCode: number): void {
  console.error(sentence);
  process.exitCode = exitCode;
}
