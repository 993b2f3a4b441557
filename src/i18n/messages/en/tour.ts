export const tourEn = {
  tour: {
    title: 'Guided tour',
    offer: 'New here? A two-minute tour shows what is where, on synthetic patients.',
    take: 'Take the tour',
    notNow: 'Not now',
    number: (step: string, count: string) => `${step} of ${count}`,
    back: 'Back',
    next: 'Next',
    end: 'End tour',
    show: 'Show it',
    keysTurn: 'turn the steps,',
    keysEnd: 'ends the tour.',
    steps: {
      filters: {
        title: 'Find a session',
        text: 'A row is one session: images, report, labels and tests of one visit. Every filter says beforehand how many sessions it would leave, and leaves a value out with Alt-click.',
      },
      search: {
        title: 'Search every word',
        text: 'Reports, labels, CUIs and ids were searched for “vidrio”, and the gallery shows what was found. Searches and filters are in the address: keep it, and the view comes back.',
      },
      open: {
        title: 'Open a case',
        text: 'This session has two films, a CT, masks and a report. Click its row or press Enter on it; Next opens it too.',
      },
      truth: {
        title: 'What is on screen is true',
        text: 'The badges say where the greys come from: file, header or sidecar. What had to be guessed, or contradicts itself, is dashed amber, as on this lateral film that is named frontal.',
      },
      labels: {
        title: 'Labels and masks on the film',
        text: 'Findings and locations stand below the lungs, and masks are outlined with their areas. T and M change how they are shown; X hides the masks while it is held.',
      },
      report: {
        title: 'The report beside the tests',
        text: 'The report is shown as filed, in Spanish, with its coded findings below. The time line counts the days from this session to the patient’s tests and other images.',
      },
      next: {
        title: 'From case to case',
        text: 'N and Shift N lead to the next and the previous case of the list you came from, filters included. Ctrl with ← or → stays with the patient.',
      },
      ct: {
        title: 'Scroll a CT',
        text: 'Wheel, ↑ and ↓ scroll the slices, PgUp and PgDn change the series. Keys 1 to 6 set windows such as lung and bone, and 0 goes back to the file’s own.',
      },
      health: {
        title: 'What is wrong with the data',
        text: 'What is broken, missing or contradictory is listed with its meaning, and the rest goes on. The demo has such files on purpose; open a line to see where they are.',
      },
      privacy: {
        title: 'Nothing leaves this machine',
        text: 'The browser itself keeps this page from speaking to any other address, so what you open stays here. The logo leads to the start page, where your own folder is opened.',
      },
    },
  },
} as const;
