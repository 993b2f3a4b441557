import { plural } from '../plural.ts';

/** Ways through the library: views with a name, a quick look, new tabs. */
export const browseEn = {
  savedViews: {
    title: 'Saved views',
    save: 'Save this view',
    name: 'Name of the view',
    hint: 'Enter keeps it, Esc does not',
    taken: 'A view has this name; it gives way to this one',
    actions: (name: string) => `Rename or delete ${name}`,
    rename: 'Rename',
    remove: 'Delete',
    removed: (name: string) => `${name} deleted`,
    undo: 'Undo',
  },
  browse: {
    quickLook: 'Quick look',
    quickLookKeys: 'Arrows: next row; Enter: open the case; Space or Esc: back to the list',
    openTab: 'Open in a new tab',
    allOfPatient: 'All sessions of the patient',
    leaves: (count: number, formatted: string) => `${formatted} ${plural(count, 'session', 'sessions')}`,
  },
} as const;
