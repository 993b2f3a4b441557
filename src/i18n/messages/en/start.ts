export const startEn = {
  start: {
    title: 'Films, reports and labels of one patient, on one screen.',
    subtitle: 'Open a BIMCV COVID-19+ folder, or any dataset in MIDS layout. It stays on this machine.',
    openTitle: 'Open the dataset folder',
    uploadNote: 'Your browser may say “upload”. Nothing is uploaded.',
    openFolder: 'Open folder',
    openDemo: 'Open the demo',
    demoNote: 'Synthetic patients, no real data, ready in a second',
    returnTo: 'This address belongs to a dataset that is not open.',
    returnHint: 'Open it again and you are back on this page.',
    privacy: 'No request leaves this page. See the proof',
    proofTitle: 'Why nothing can leave',
    proofBody:
      'The page is served with a policy that the browser enforces: it may read from its own origin and from nowhere else. No font, script, picture or counter comes from another host. This is the policy:',
    proofMissing:
      'This page was opened without its policy; that is so only while midscope is being developed.',
    emptyFolder: 'That folder holds no files.',
    getData: 'Where to get the data',
    getDataBody:
      'BIMCV COVID-19+ is given to researchers who accept its Research Use Agreement. The project page and this program’s README tell how to get it, check it and extract it.',
  },
  agreement: {
    title: (dataset: string) => `Research Use Agreement, ${dataset}`,
    summary:
      'Research only, not for care. No redistribution, no attempt to re-identify. Cite arXiv 2006.01174.',
    read: 'Read it',
    hide: 'Hide it',
    accept: 'I have signed it',
    indexing: 'The folder is being read meanwhile.',
    clauses: [
      'Use is free of charge and for research. Other than academic use needs the approval of BIMCV.',
      'No part of the dataset may be passed on, published or copied for others without written permission.',
      'Nobody may try to re-identify a person. Should it happen, tell the project at once.',
      'Nothing made with the dataset may be relied on in diagnosis or care.',
      'Publications cite the dataset’s article; models and code should be shared.',
      'The dataset comes as it is, without warranty. The text that binds is the one you signed, also kept in LICENSE.md of the download.',
    ],
    citation:
      'M. de la Iglesia Vayá et al., BIMCV COVID-19+: a large annotated dataset of RX and CT images from COVID-19 patients, arXiv 2006.01174 (2020)',
    notSaved: 'The browser refused to keep this answer; it will be asked again next time.',
  },
} as const;
