export const paletteEn = {
  palette: {
    search: 'Find an action, a page or a case',
    found: 'Actions',
    none: (text: string) => `Nothing is called “${text}” here.`,
    count: (count: number, shown: string) => (count === 1 ? '1 found' : `${shown} found`),
    recent: 'Seen lately',
    case: 'Case',
    section: 'Panel',
    series: 'Series',
  },
} as const;
