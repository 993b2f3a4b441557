import { useNavigate } from 'react-router';
import { useWorkspace } from '../../session/session-context.tsx';

/** Starts the tour on the page of its first step, or leads back to its card. */
export function useStartTour(): () => void {
  const { tour } = useWorkspace();
  const navigate = useNavigate();
  return () => {
    if (tour.state.getState().step !== undefined)
      return document.querySelector<HTMLElement>('[data-testid=tour]')?.focus();
    tour.start();
    void navigate('/library');
  };
}
