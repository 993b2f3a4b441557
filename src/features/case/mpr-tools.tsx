import { ChevronDown } from 'lucide-react';
import { useLanguage } from '../../i18n/locale.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { THICKNESSES, type Mpr } from './use-mpr.ts';

/** Slices as stored, or three planes of the body. */
export function ModeChoice({ mpr }: { readonly mpr: Mpr }) {
  const { t } = useLanguage();
  return (
    <Segmented
      name={t.ct.mode}
      value={mpr.isOn ? 'mpr' : 'stack'}
      onChange={(mode) => mpr.setOn(mode === 'mpr')}
      options={[
        { value: 'stack', label: t.ct.stack },
        { value: 'mpr', label: t.ct.mpr },
      ]}
    />
  );
}

/** What a plane is made of: one layer, or a slab of so many millimetres. */
export function SlabChoice({ mpr }: { readonly mpr: Mpr }) {
  const { t, format } = useLanguage();
  const { slab } = mpr;
  const thickness = slab.mode === 'slice' ? undefined : t.ct.millimetres(format.number(slab.thickness));
  return (
    <>
      <Segmented
        name={t.ct.slab}
        value={slab.mode}
        onChange={mpr.setMode}
        options={(['slice', 'mean', 'max', 'min'] as const).map((mode) => ({
          value: mode,
          label: t.ct.slabs[mode],
        }))}
      />
      {thickness !== undefined && (
        <MenuButton
          labelled
          name={t.ct.thickness}
          choices={THICKNESSES.map((mm) => ({
            id: String(mm),
            label: t.ct.millimetres(format.number(mm)),
            selected: slab.mode !== 'slice' && slab.thickness === mm,
            onAction: () => mpr.setThickness(mm),
          }))}
        >
          {thickness}
          <ChevronDown aria-hidden />
        </MenuButton>
      )}
    </>
  );
}
