import type { FacetKey } from '../../domain/dataset/library-query.ts';
import { TEST_RESULTS } from '../../domain/labs/lab-test.ts';
import { LOCATION_PREFIX } from '../../domain/vocabulary/vocabulary.ts';
import type { Messages } from '../../i18n/messages/en.ts';

/** What a facet value is called on screen; labels stay as filed. */
export function facetValueName(t: Messages, key: FacetKey, value: string): string {
  if (key === 'mask') return t.library.hasMask;
  if (key === 'location')
    return value.startsWith(LOCATION_PREFIX) ? value.slice(LOCATION_PREFIX.length) : value;
  if (key !== 'test') return value;
  const [kind = '', filed = ''] = value.split(':');
  const result = TEST_RESULTS.find((one) => one === filed);
  return `${kind} ${result ? t.test[result] : filed}`;
}
