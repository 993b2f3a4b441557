import { useLocation, useNavigate } from 'react-router';
import type { DatasetOrigin } from '../../session/origin.ts';
import { useWorkspace } from '../../session/session-context.tsx';

/** Opens a dataset and goes to its library; a page whose dataset was not open stays, and is shown. */
export function useOpenOrigin(): (origin: DatasetOrigin) => void {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (origin) => {
    const waits = pathname !== '/' && !workspace.state.getState().dataset;
    workspace.open(origin);
    if (!waits) void navigate('/library');
  };
}
