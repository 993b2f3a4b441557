import { mouseOf } from '../../domain/controls/controls.ts';
import {
  actionsOf,
  MOUSE_INPUTS,
  MOUSE_MODIFIERS,
  OHIF_MOUSE,
  type MouseAction,
  type MouseSlot,
} from '../../domain/controls/mouse.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './settings.module.css';
import { useControls } from './use-controls.ts';

/** What each button and the wheel do, alone and with modifiers. */
export function MouseSettings() {
  const { t } = useLanguage();
  const [controls, setControls] = useControls();
  const mouse = mouseOf(controls);
  const set = (slot: MouseSlot, action: MouseAction): void => {
    const { [slot]: _former, ...rest } = controls.mouse;
    const isUsual = OHIF_MOUSE[slot] === action;
    setControls({ ...controls, mouse: isUsual ? rest : { ...rest, [slot]: action } });
  };
  return (
    <>
      <table className={styles.mouse}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.settings.button}</span>
            </th>
            {MOUSE_MODIFIERS.map((modifiers) => (
              <th key={modifiers} scope="col">
                {t.settings.modifiers[modifiers]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MOUSE_INPUTS.map((input) => (
            <tr key={input}>
              <th scope="row">{t.settings.inputs[input]}</th>
              {MOUSE_MODIFIERS.map((modifiers) => {
                const slot: MouseSlot = `${modifiers}${input}`;
                return (
                  <td key={slot}>
                    <select
                      aria-label={`${t.settings.inputs[input]}, ${t.settings.modifiers[modifiers]}`}
                      value={mouse[slot]}
                      onChange={({ currentTarget }) => {
                        const action = actionsOf(slot).find((one) => one === currentTarget.value);
                        if (action) set(slot, action);
                      }}
                      className={styles.select}
                      data-changed={mouse[slot] !== OHIF_MOUSE[slot]}
                    >
                      {actionsOf(slot).map((action) => (
                        <option key={action} value={action}>
                          {t.settings.actions[action]}
                        </option>
                      ))}
                    </select>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {Object.keys(controls.mouse).length > 0 && (
        <Button onPress={() => setControls({ ...controls, mouse: {} })}>{t.settings.mouseReset}</Button>
      )}
    </>
  );
}
