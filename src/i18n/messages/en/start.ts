import { plural } from '../plural.ts';

export const startEn = {
  start: {
    title: 'Films, reports and labels of one patient, on one screen.',
    subtitle: 'Open a BIMCV COVID-19+ folder, or any dataset in MIDS layout. It stays on this machine.',
    dropTitle: 'Drop the dataset folder here',
    uploadNote: 'Your browser may say “upload”. Nothing is uploaded.',
    cannotKeep: 'This browser cannot keep the folder: it is picked again after a reload.',
    pickNote: 'The browser asks whether midscope may look at it, and the folder is kept for next time.',
    pickRefused: 'The browser did not hand the folder out. Its other folder prompt can be tried:',
    dropNow: 'Drop the folder to open it',
    dropNowHint: 'It is read on this machine and stays there.',
    dropInPlace: (name: string) => `In place of ${name}`,
    dropFaults: {
      'no-folder': 'That was no folder. Drop the folder that holds the dataset.',
      several: 'Those were several folders. Drop the one folder that holds them.',
    },
    openFolder: 'Open folder',
    openDemo: 'Open the demo',
    openDemoTour: 'Open it with a two-minute tour',
    demoNote: 'Synthetic patients, no real data, ready in a second',
    returnTo: 'This address belongs to a dataset that is not open.',
    returnHint: 'Open it again and you are back on this page.',
    returnToNamed: (name: string) =>
      `This page belongs to ${name}. The browser asks before it is read again.`,
    openAgain: (name: string) => `Open ${name} again`,
    privacy: 'No request leaves this page. See the proof',
    proofTitle: 'Why nothing can leave',
    proofBody:
      'The page is served with a policy that the browser enforces: it may read from its own origin and from nowhere else. No font, script, picture or counter comes from another host. This is the policy:',
    proofMissing:
      'This page was opened without its policy; that is so only while midscope is being developed.',
    recent: 'Recent',
    recentRefused: 'This browser keeps nothing for midscope, so recent datasets cannot be listed.',
    recentHolds: (patients: number, sessions: number, format: (count: number) => string) =>
      `${format(patients)} ${plural(patients, 'patient', 'patients')}, ${format(sessions)} ${plural(sessions, 'session', 'sessions')}`,
    demoName: 'Demo',
    reopening: { opening: 'opening', denied: 'reading was not allowed', gone: 'folder moved' },
    find: 'Find',
    forget: (name: string) => `Forget ${name}`,
    forgetQuestion: (name: string) =>
      `Forget ${name}? Its entry and its kept index go. The folder stays as it is.`,
    forgetNow: 'Forget',
    forgetNot: 'Keep',
    forgotten: (name: string) => `${name} is forgotten`,
    forgetRefused: 'The browser refused to forget it.',
    emptyFolder: 'That folder holds no files.',
    getData: 'Where to get the data',
    getDataBody:
      'BIMCV COVID-19+ is given to researchers who accept its Research Use Agreement. The project page and this program’s README tell how to get it, check it and extract it.',
    reset: {
      ask: 'Reset the demo',
      question:
        'Reset the demo? Filters, columns and their widths, layout, theme, the answer to this tour and the demo’s entry under Recent go. Language, keys and other datasets stay.',
      now: 'Reset',
      not: 'Keep',
      done: 'The demo is as new.',
      refused: 'The browser refused to forget the demo’s entry. The rest is as new.',
    },
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
