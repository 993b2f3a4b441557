/** BIDS description of the dataset; `synthetic` says what it is. */
export const datasetDescription = (seed: number): string =>
  `${JSON.stringify(
    {
      Name: 'midscope demo',
      BIDSVersion: '1.4.0',
      DatasetType: 'raw',
      synthetic: true,
      Seed: seed,
      License: 'CC0-1.0',
      GeneratedBy: [{ Name: 'midscope', Description: 'Every image, report and number is made by code.' }],
    },
    undefined,
    2,
  )}\n`;

/** Text of the README. */
export const README = `midscope demo

Everything in this folder is synthetic: no patient, no report and no laboratory result is real. The films
and CTs are computed from a mathematical model of a chest and carry the mark SYNTHETIC. The reports are
put together from a list of sentences, and the labels, places and masks come from the same list.

This is no BIMCV data. It only has the layout and the file dialects of the BIMCV COVID-19+ dataset,
iterations 1 and 2, with some of the defects that published datasets have: missing and broken sidecars,
a file without content, truncated rows, views named wrongly, labels that contradict their report.

It serves to try midscope. It must not be used for diagnosis, and nothing can be learned from it about
any disease.
`;

/** Text of LICENSE.md. */
export const LICENSE = `# Licence of the midscope demo dataset

The demo dataset is synthetic. It is dedicated to the public domain under CC0 1.0 Universal
(https://creativecommons.org/publicdomain/zero/1.0/): copy, change and share it, also for commercial
purposes, without asking. It comes without any warranty.

The Research Use Agreement of the BIMCV datasets does not apply to it, for it holds no data of them.
`;
