import { plural } from '../plural.ts';

/** What the case page says of itself: its regions, what narrows its list, what it has no room for. */
export const casePageEn = {
  casePage: {
    moreMasks: (count: string, names: string) => `${count} more in the panel: ${names}`,
    editFilters: (filters: string) => `Change the filters in the library: ${filters}`,
    clearFilters: 'Go on among all sessions',
    tagValues: (count: string) => `${count} values`,
    tagCharacters: (count: string) => `${count} characters`,
    thereIs: (what: string) => `What there is to read: ${what}.`,
    aReport: 'a report',
    labels: (count: number, formatted: string) => `${formatted} ${plural(count, 'label', 'labels')}`,
    tests: (count: number, formatted: string) => `${formatted} ${plural(count, 'test', 'tests')}`,
    showOther: (name: string, when: string) => `Show ${name} of ${when}`,
    openPanel: 'Open report and labels',
    closePanel: 'Close report and labels',
    header: 'Case',
    images: 'Images',
    imageTabs: 'Image in view',
    unknownImage: (path: string) => `${path} is not an image of this session.`,
  },
} as const;
