import type { ThoraxShape } from './shapes.ts';

/** Both lungs as a lateral film shows them, one on the other; the patient looks to the left. */
export const LATERAL_LUNG =
  'M312 104C262 108 214 152 188 222C168 278 152 350 150 430C186 400 250 390 304 404C362 420 404 456 434 508C448 470 456 400 454 330C450 236 420 110 312 104Z';

/** The axis of the spine at a height of the drawing: bent as it is in the chest. */
const spineX = (y: number): number => 448 + 26 * Math.sin((Math.PI * (y - 60)) / 560) - 26;

const vertebrae = (first: number, count: number, step: number, height: number, width: number): string =>
  Array.from({ length: count }, (_, at) => {
    const y = first + at * step;
    return `M${spineX(y).toFixed(1)} ${y}h${width}v${height}h${-width}Z`;
  }).join('');

const discs = Array.from({ length: 12 }, (_, at) => {
  const y = 116 + at * 34;
  return `M${spineX(y).toFixed(1)} ${y}h32`;
}).join('');

/** The lateral schematic from the back to the front; sides lie on each other, so that its shapes have none. */
export const LATERAL: readonly ThoraxShape[] = [
  {
    id: 'soft-tissue',
    look: 'body',
    d: 'M262 40C262 84 236 112 196 142C150 178 122 240 108 320C98 380 96 520 100 600H500C508 520 512 400 508 300C505 210 494 130 482 100C474 84 472 62 472 40Z',
  },
  {
    id: 'subcutaneous',
    look: 'none',
    d: 'M196 142C150 178 122 240 108 320C98 380 96 520 100 600M500 600C508 520 512 400 508 300C505 210 494 130 482 100',
    isLine: true,
  },
  {
    id: 'cervical',
    look: 'none',
    d: 'M262 40H472C472 62 474 84 482 100L330 110L236 112C256 90 262 70 262 40Z',
  },
  { id: 'pectoral', look: 'none', d: 'M178 190C140 220 122 280 116 340L146 340C152 290 164 240 190 200Z' },
  { id: 'nipple', look: 'none', d: 'M112 330a6 6 0 1 1 0 12a6 6 0 1 1 0 -12Z' },
  { id: 'cervical-vertebrae', look: 'bone', d: vertebrae(42, 2, 20, 16, 28) },
  { id: 'dorsal-vertebrae', look: 'bone', d: vertebrae(84, 13, 34, 29, 32) },
  { id: 'lumbar-vertebrae', look: 'bone', d: vertebrae(528, 2, 37, 32, 36) },
  {
    id: 'column',
    look: 'none',
    d: 'M420 40H456C470 120 492 220 492 320C492 440 470 540 462 600H424C434 540 450 440 450 320C450 220 436 120 420 40Z',
  },
  { id: 'intersomatic-space', look: 'none', d: discs, isLine: true },
  {
    id: 'paravertebral',
    look: 'none',
    d: 'M404 150C426 220 436 300 434 380C432 420 426 450 420 470L436 470C446 420 452 360 450 310C446 250 432 190 414 150Z',
  },
  {
    id: 'posterior-rib',
    look: 'rib',
    d: 'M470 150C420 150 360 176 320 196M480 200C420 204 350 236 300 264M486 252C420 260 340 296 286 330M490 304C424 314 340 354 276 394M490 356C430 368 380 390 344 404M488 408C456 416 430 426 410 436',
    isLine: true,
  },
  {
    id: 'anterior-rib',
    look: 'faint',
    d: 'M320 196C270 200 230 190 204 178M300 264C250 264 206 246 180 228M286 330C240 326 190 306 164 286M276 394C236 386 180 364 154 344',
    isLine: true,
  },
  {
    id: 'rib-cartilage',
    look: 'none',
    d: 'M204 178L192 172M180 228L170 224M164 286L156 282M154 344L146 340',
    isLine: true,
  },
  {
    id: 'costoesternal',
    look: 'bone',
    d: 'M204 150L216 158C188 210 168 280 158 350L144 348C152 280 172 206 204 150Z',
  },
  { id: 'upper-lobe', look: 'lung', d: 'M90 60H470V206L318 318L90 326Z', clip: 'lateral' },
  { id: 'middle-lobe', look: 'lung', d: 'M90 326L318 318L196 420L90 500Z', clip: 'lateral' },
  { id: 'lower-lobe', look: 'lung', d: 'M470 206L318 318L196 420L196 540H500V206Z', clip: 'lateral' },
  { id: 'lung-field', look: 'none', d: LATERAL_LUNG },
  { id: 'upper-lung-field', look: 'none', d: 'M90 90H500V236H90Z', clip: 'lateral' },
  { id: 'middle-lung-field', look: 'none', d: 'M90 236H500V344H90Z', clip: 'lateral' },
  { id: 'lower-lung-field', look: 'none', d: 'M90 344H500V520H90Z', clip: 'lateral' },
  { id: 'apical', look: 'none', d: 'M90 90H500V158H90Z', clip: 'lateral' },
  { id: 'suprahilar', look: 'none', d: 'M250 158H350V240H250Z', clip: 'lateral' },
  { id: 'infrahilar', look: 'none', d: 'M250 318H350V392H250Z', clip: 'lateral' },
  { id: 'basal', look: 'none', d: 'M90 372C200 352 330 352 500 420V520H90Z', clip: 'lateral' },
  { id: 'supradiaphragm', look: 'none', d: 'M90 392C200 368 320 372 500 446V520H90Z', clip: 'lateral' },
  { id: 'central', look: 'none', d: 'M230 210H370V400H230Z', clip: 'lateral' },
  {
    id: 'peripheral',
    look: 'none',
    d: 'M90 90H500V520H90ZM250 170C220 220 200 290 196 370H400C404 300 396 220 370 170Z',
    clip: 'lateral',
  },
  { id: 'subpleural', look: 'none', d: LATERAL_LUNG, clip: 'lateral', isLine: true },
  { id: 'pleural', look: 'pleura', d: LATERAL_LUNG, isLine: true },
  { id: 'extrapleural', look: 'none', d: LATERAL_LUNG, isLine: true },
  { id: 'scapula', look: 'faint', d: 'M420 150C446 190 470 240 480 290L462 284C446 240 428 196 404 158Z' },
  {
    id: 'mediastinum',
    look: 'none',
    d: 'M262 116H350C360 200 390 300 392 420C360 418 330 408 304 404C260 394 220 394 190 404C176 360 190 300 210 250C226 210 250 170 262 116Z',
  },
  { id: 'superior-mediastinum', look: 'none', d: 'M262 116H356L368 240H214C232 200 254 160 262 116Z' },
  {
    id: 'lower-mediastinum',
    look: 'none',
    d: 'M214 240H368C384 300 392 360 392 420C330 404 250 390 190 404C176 350 190 290 214 240Z',
  },
  {
    id: 'anterior-mediastinum',
    look: 'none',
    d: 'M214 190C190 240 172 300 164 356L186 330C200 306 224 296 244 290L252 200Z',
  },
  { id: 'thymus', look: 'none', d: 'M222 186C206 220 196 250 190 276L230 270L244 194Z' },
  {
    id: 'cardiac',
    look: 'heart',
    d: 'M186 330C200 300 250 290 292 304C334 320 346 372 326 410C310 404 296 402 280 400C246 396 214 396 190 404C176 386 176 352 186 330Z',
  },
  {
    id: 'coronary',
    look: 'none',
    d: 'M268 304C240 330 220 364 206 396M284 306C306 336 312 370 308 400',
    isLine: true,
  },
  {
    id: 'retrocardiac',
    look: 'none',
    d: 'M336 312C352 344 352 384 332 410C350 416 372 426 384 434C392 390 388 340 376 300Z',
  },
  {
    id: 'posterior-mediastinum',
    look: 'none',
    d: 'M340 246H386C400 310 404 380 398 446C380 432 356 420 334 412C352 372 350 320 326 298Z',
  },
  { id: 'paracardiac', look: 'none', d: 'M180 336C168 360 168 390 182 410L192 404C180 386 180 356 190 336Z' },
  { id: 'esophageal', look: 'none', d: 'M344 60C346 180 348 300 356 470', isLine: true },
  {
    id: 'aortic',
    look: 'vessel',
    d: 'M266 300C258 244 292 204 334 208C376 214 392 256 396 320C400 390 394 450 388 520',
    isLine: true,
  },
  { id: 'aortic-button', look: 'vessel', d: 'M334 200a20 20 0 1 1 0 40a20 20 0 1 1 0 -40Z' },
  { id: 'supra-aortic', look: 'none', d: 'M268 150H340V206H262Z' },
  { id: 'superior-cave-vein', look: 'line', d: 'M278 160C272 210 272 260 280 304', isLine: true },
  { id: 'aortopulmonary-window', look: 'none', d: 'M300 236L336 240L326 262L300 262Z' },
  { id: 'tracheal', look: 'airway', d: 'M304 44H322L320 250L312 262L304 250Z' },
  {
    id: 'bronchi',
    look: 'line',
    d: 'M310 254C304 274 296 290 286 304M314 256C320 280 326 300 336 320M300 284C284 286 268 284 256 280',
    isLine: true,
  },
  { id: 'paratracheal', look: 'none', d: 'M290 110H302V240H290ZM324 110H336V240H324Z' },
  { id: 'hilar', look: 'soft', d: 'M302 246a34 34 0 1 1 0 68a34 34 0 1 1 0 -68Z' },
  { id: 'perihilar', look: 'none', d: 'M302 222a58 58 0 1 1 0 116a58 58 0 1 1 0 -116Z' },
  {
    id: 'pulmonary-artery',
    look: 'line',
    d: 'M268 292C272 262 300 246 326 258C342 268 346 286 346 302',
    isLine: true,
  },
  { id: 'minor-fissure', look: 'line', d: 'M318 318C260 316 210 320 158 326', isLine: true },
  { id: 'major-fissure', look: 'dashed', d: 'M444 226L318 318L200 412', isLine: true },
  {
    id: 'diaphragm',
    look: 'dome',
    d: 'M150 430C186 400 250 390 304 404C362 420 404 456 434 508',
    isLine: true,
  },
  {
    id: 'infradiaphragm',
    look: 'none',
    d: 'M150 430C186 400 250 390 304 404C362 420 404 456 434 508V560H146Z',
  },
  { id: 'hypochondrium', look: 'none', d: 'M240 398C340 396 404 456 434 508V600H240Z' },
  { id: 'epigastric', look: 'none', d: 'M150 430C176 408 206 398 240 396V600H132Z' },
  { id: 'gallbladder', look: 'dashed', d: 'M226 500a16 22 0 1 1 0 44a16 22 0 1 1 0 -44Z' },
  {
    id: 'gastric-chamber',
    look: 'dashed',
    d: 'M308 456C330 440 372 452 380 476C384 492 366 500 340 498C314 498 296 476 308 456Z',
  },
  {
    id: 'costophrenic-angle',
    look: 'soft',
    d: 'M434 508C424 492 412 478 398 466C416 462 434 456 448 450C446 474 440 494 434 508Z',
  },
  {
    id: 'cardiophrenic-angle',
    look: 'soft',
    d: 'M190 404C178 408 164 416 152 428C156 410 164 396 176 388C178 394 184 400 190 404Z',
  },
  { id: 'humeral-head', look: 'none', d: 'M330 104a24 24 0 1 1 0 48a24 24 0 1 1 0 -48Z' },
  { id: 'clavicle', look: 'bone', d: 'M214 138C236 122 270 116 300 120L300 130C272 128 242 134 220 148Z' },
];
