import type { Pourer } from './grains.ts';
import { pourRibs, pourSternum } from './ribs.ts';
import { pourClavicles, pourScapulae } from './shoulders.ts';
import type { ArmPose } from './shoulders.ts';
import { pourVertebrae } from './spine.ts';
import type { Thorax } from './thorax.ts';

/** All bones of the chest as the pose leaves them in the field. */
export function pourSkeleton(pourer: Pourer, thorax: Thorax, pose: ArmPose): void {
  pourRibs(pourer, thorax);
  pourVertebrae(pourer, thorax);
  pourSternum(pourer, thorax);
  pourClavicles(pourer, thorax, pose);
  pourScapulae(pourer, thorax, pose);
}
