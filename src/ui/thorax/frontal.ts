import type { ThoraxShape } from './shapes.ts';

/** The outlines of the lungs; the patient's right is on the left. */
export const RIGHT_LUNG =
  'M236 108C196 108 160 160 144 232C129 300 120 380 117 448C116 466 115 478 114 490C138 446 178 424 218 430C244 434 258 446 268 464C262 446 246 408 244 380C242 346 262 322 268 300C274 262 272 200 270 160C268 124 258 108 236 108Z';
export const LEFT_LUNG =
  'M364 108C344 108 333 124 331 160C331 182 333 194 340 203C354 212 354 236 341 247C347 262 352 278 364 296C396 336 424 378 434 432C436 450 436 460 434 470C452 452 474 468 488 508C487 420 476 312 458 232C442 160 404 108 364 108Z';

/** The body outside the lungs, and its spine. */
const SPINE = { top: 80, step: 35, height: 31 } as const;

/** Vertebrae from above: so many, of a width that grows downwards. */
const vertebrae = (first: number, count: number, step: number, height: number, width: number): string =>
  Array.from({ length: count }, (_, at) => {
    const half = (width + at * 0.7) / 2;
    return `M${300 - half} ${first + at * step}h${2 * half}v${height}h${-2 * half}Z`;
  }).join('');

/** The gaps between the thoracic vertebrae. */
const discs = Array.from({ length: 13 }, (_, at) => `M283 ${SPINE.top + 33 + at * SPINE.step}h34`).join('');

/** The frontal schematic from the back to the front; of shapes in one place the last one is on top. */
export const FRONTAL: readonly ThoraxShape[] = [
  {
    id: 'soft-tissue',
    look: 'body',
    d: 'M268 0C268 40 262 62 236 72C190 88 120 92 74 118C44 134 30 160 24 196L14 300L46 306L62 250C70 300 74 380 74 460C74 540 78 590 82 640H518C522 590 526 540 526 460C526 380 530 300 538 250L554 306L586 300L576 196C570 160 556 134 526 118C480 92 410 88 364 72C338 62 332 40 332 0Z',
  },
  {
    id: 'subcutaneous',
    look: 'none',
    d: 'M268 0C268 40 262 62 236 72C190 88 120 92 74 118C44 134 30 160 24 196L14 300L46 306L62 250C70 300 74 380 74 460C74 540 78 590 82 640H518C522 590 526 540 526 460C526 380 530 300 538 250L554 306L586 300L576 196C570 160 556 134 526 118C480 92 410 88 364 72C338 62 332 40 332 0Z',
    isLine: true,
  },
  { id: 'cervical-vertebrae', look: 'bone', d: vertebrae(2, 4, 19, 15, 28) },
  { id: 'dorsal-vertebrae', look: 'bone', d: vertebrae(SPINE.top, 13, SPINE.step, SPINE.height, 31) },
  { id: 'lumbar-vertebrae', look: 'bone', d: vertebrae(536, 3, 37, 33, 42) },
  { id: 'column', look: 'none', d: 'M284 40H316L324 600H276Z' },
  { id: 'intersomatic-space', look: 'none', d: discs, isLine: true },
  { id: 'right', look: 'none', d: 'M296 84C200 84 126 150 110 250C98 340 96 430 96 506H296Z' },
  { id: 'left', look: 'none', d: 'M304 84C400 84 474 150 490 250C502 340 504 430 504 520H304Z' },
  { id: 'cervical', look: 'none', d: 'M268 0H332C332 40 338 62 364 72L300 92L236 72C262 62 268 40 268 0Z' },
  {
    id: 'axilar',
    look: 'none',
    d: 'M96 206C92 240 90 262 92 290L116 300C120 268 126 236 136 208Z',
    isPaired: true,
  },
  {
    id: 'pectoral',
    look: 'none',
    d: 'M140 250C150 240 220 244 252 262C252 310 236 346 196 352C160 352 136 320 140 250Z',
    isPaired: true,
  },
  { id: 'nipple', look: 'none', d: 'M186 346A4 4 0 1 1 194 346A4 4 0 1 1 186 346Z', isPaired: true },
  {
    id: 'paravertebral',
    look: 'none',
    d: 'M269 120H269A5 5 0 0 1 274 125V455A5 5 0 0 1 269 460H269A5 5 0 0 1 264 455V125A5 5 0 0 1 269 120Z',
    isPaired: true,
  },
  { id: 'right-upper-lobe', look: 'lung', d: 'M90 90H280V304C230 300 170 306 100 322Z', clip: 'right' },
  { id: 'middle-lobe', look: 'lung', d: 'M280 304C230 300 170 306 124 320L210 440H280V480Z', clip: 'right' },
  { id: 'right-lower-lobe', look: 'lung', d: 'M60 320H124L214 446L280 470V520H60Z', clip: 'right' },
  {
    id: 'left-upper-lobe',
    look: 'lung',
    d: 'M320 90H520V330L476 322C440 316 400 316 360 316L320 300Z',
    clip: 'left',
  },
  {
    id: 'lingula',
    look: 'lung',
    d: 'M340 316C400 316 440 316 474 322L432 480L400 480L320 316Z',
    clip: 'left',
  },
  { id: 'left-lower-lobe', look: 'lung', d: 'M474 322L430 492L500 540L520 320Z', clip: 'left' },
  { id: 'upper-lung-field--right', look: 'none', d: 'M100 90H276V236H100Z', clip: 'right' },
  { id: 'upper-lung-field--left', look: 'none', d: 'M326 90H506V236H326Z', clip: 'left' },
  { id: 'middle-lung-field--right', look: 'none', d: 'M100 236H276V344H100Z', clip: 'right' },
  { id: 'middle-lung-field--left', look: 'none', d: 'M326 236H506V344H326Z', clip: 'left' },
  { id: 'lower-lung-field--right', look: 'none', d: 'M100 344H276V520H100Z', clip: 'right' },
  { id: 'lower-lung-field--left', look: 'none', d: 'M326 344H506V520H326Z', clip: 'left' },
  { id: 'apical--right', look: 'none', d: 'M100 90H276V158H100Z', clip: 'right' },
  { id: 'apical--left', look: 'none', d: 'M326 90H506V158H326Z', clip: 'left' },
  { id: 'suprahilar--right', look: 'none', d: 'M206 158H280V236H206Z', clip: 'right' },
  { id: 'suprahilar--left', look: 'none', d: 'M326 158H400V236H326Z', clip: 'left' },
  { id: 'infrahilar--right', look: 'none', d: 'M206 330H280V400H206Z', clip: 'right' },
  { id: 'infrahilar--left', look: 'none', d: 'M326 330H400V400H326Z', clip: 'left' },
  { id: 'basal--right', look: 'none', d: 'M100 404H276V520H100Z', clip: 'right' },
  { id: 'basal--left', look: 'none', d: 'M326 404H506V520H326Z', clip: 'left' },
  { id: 'supradiaphragm--right', look: 'none', d: 'M100 424H276V500H100Z', clip: 'right' },
  { id: 'supradiaphragm--left', look: 'none', d: 'M326 424H506V500H326Z', clip: 'left' },
  { id: 'lung-field--right', look: 'none', d: RIGHT_LUNG },
  { id: 'peripheral--right', look: 'none', d: 'M100 90H190C160 200 150 330 156 520H100Z', clip: 'right' },
  { id: 'central--right', look: 'none', d: 'M196 210H280V420H196Z', clip: 'right' },
  { id: 'subpleural--right', look: 'none', d: RIGHT_LUNG, clip: 'right', isLine: true },
  { id: 'pleural--right', look: 'pleura', d: RIGHT_LUNG, isLine: true },
  { id: 'extrapleural--right', look: 'none', d: RIGHT_LUNG, isLine: true },
  { id: 'lung-field--left', look: 'none', d: LEFT_LUNG },
  { id: 'peripheral--left', look: 'none', d: 'M520 90H410C440 200 452 330 450 520H520Z', clip: 'left' },
  { id: 'central--left', look: 'none', d: 'M320 210H404V420H320Z', clip: 'left' },
  { id: 'subpleural--left', look: 'none', d: LEFT_LUNG, clip: 'left', isLine: true },
  { id: 'pleural--left', look: 'pleura', d: LEFT_LUNG, isLine: true },
  { id: 'extrapleural--left', look: 'none', d: LEFT_LUNG, isLine: true },
  {
    id: 'posterior-rib',
    look: 'rib',
    d: 'M282 96C250 82 256 86 206 100M282 131C247 117 208 122 168 140M282 166C244 152 186 158 146 186M282 201C241 187 172 195 132 232M282 236C238 222 164 231 124 278M282 271C235 257 159 267 119 324M282 306C232 292 155 303 115 370M282 341C229 327 152 339 112 414M282 376C226 362 152 376 112 456M282 411C223 397 158 412 118 494',
    isLine: true,
    isPaired: true,
  },
  {
    id: 'anterior-rib',
    look: 'faint',
    d: 'M206 100C212 126 182 156 232 152M168 140C174 169 180 203 230 199M146 186C152 218 178 256 228 252M132 232C138 267 176 309 226 305M124 278C130 316 174 362 224 358M119 324C125 365 162 415 212 411M115 370C121 414 152 468 202 464M112 414C118 461 142 519 192 515',
    isLine: true,
    isPaired: true,
  },
  {
    id: 'rib-cartilage',
    look: 'faint',
    d: 'M232 152C248 150 274 146 284 142M230 199C246 197 274 189 284 183M228 252C244 250 274 238 284 230M226 305C242 303 274 287 284 277M224 358C240 356 274 336 284 324M212 411C228 409 274 385 284 371',
    isLine: true,
    isPaired: true,
  },
  { id: 'costoesternal', look: 'none', d: 'M280 150L284 390', isLine: true, isPaired: true },
  {
    id: 'mediastinum',
    look: 'soft',
    d: 'M272 108C274 200 274 262 268 300C262 322 242 346 244 380C246 408 262 446 268 464H434C436 450 434 432 434 432C424 378 396 336 364 296C352 278 347 262 341 247C354 236 354 212 340 203C333 194 331 182 331 160L330 108Z',
  },
  { id: 'superior-mediastinum', look: 'none', d: 'M271 108H331V203L341 247H272Z' },
  {
    id: 'lower-mediastinum',
    look: 'none',
    d: 'M272 247H341L364 296C396 336 430 400 434 464H268C250 420 240 380 250 346L268 300Z',
  },
  { id: 'anterior-mediastinum', look: 'none', d: 'M278 250H334L352 300H268Z' },
  { id: 'thymus', look: 'none', d: 'M280 214C292 206 308 206 322 214L328 262L300 280L274 262Z' },
  {
    id: 'cardiac',
    look: 'heart',
    d: 'M272 306C290 292 336 282 360 296C392 332 420 376 428 430C428 448 414 456 392 456C350 456 300 462 272 456C254 430 244 404 246 376C248 344 262 322 272 306Z',
  },
  {
    id: 'coronary',
    look: 'none',
    d: 'M318 306C338 330 352 372 362 436M300 310C282 340 276 390 290 440',
    isLine: true,
  },
  { id: 'posterior-mediastinum', look: 'none', d: 'M286 320H370L408 448H286Z' },
  {
    id: 'paracardiac--right',
    look: 'none',
    d: 'M244 350C232 380 236 420 256 446L236 432C222 410 224 370 244 350Z',
  },
  {
    id: 'paracardiac--left',
    look: 'none',
    d: 'M372 300C410 344 436 392 442 444L430 424C420 380 398 338 372 300Z',
  },
  {
    id: 'paramediastinum',
    look: 'none',
    d: 'M264 130H264A6 6 0 0 1 270 136V284A6 6 0 0 1 264 290H264A6 6 0 0 1 258 284V136A6 6 0 0 1 264 130Z',
    isPaired: true,
  },
  { id: 'retrocardiac', look: 'none', d: 'M300 320C330 316 350 320 366 330L408 448H300Z' },
  { id: 'esophageal', look: 'none', d: 'M303 60C303 200 310 360 322 492', isLine: true },
  {
    id: 'aortic',
    look: 'vessel',
    d: 'M288 300C278 262 282 226 304 216C326 206 348 216 347 232C346 250 334 256 330 280C326 340 326 420 322 500',
    isLine: true,
  },
  { id: 'aortic-button', look: 'vessel', d: 'M316 226A18 18 0 1 1 352 226A18 18 0 1 1 316 226Z' },
  { id: 'superior-cave-vein', look: 'vessel', d: 'M270 168H283V302H270Z' },
  {
    id: 'brachiocephalic-veins',
    look: 'line',
    d: 'M232 128C250 140 262 150 272 170M374 126C340 144 300 156 283 172',
    isLine: true,
  },
  {
    id: 'subclavian-vein',
    look: 'line',
    d: 'M150 138C180 122 210 120 234 128',
    isLine: true,
    isPaired: true,
  },
  { id: 'carotid-artery', look: 'line', d: 'M286 206C282 150 276 100 278 40', isLine: true, isPaired: true },
  { id: 'supra-aortic', look: 'none', d: 'M276 150H328V210H276Z' },
  { id: 'aortopulmonary-window', look: 'none', d: 'M338 246C348 250 354 258 354 266L336 268Z' },
  { id: 'tracheal', look: 'airway', d: 'M292 20H308V250L300 258L292 250Z' },
  {
    id: 'bronchi',
    look: 'line',
    d: 'M293 246C284 268 262 282 240 296M307 246C318 272 346 284 372 294M258 284C246 276 236 262 228 248M264 280C252 310 244 332 238 356M352 287C364 276 374 262 382 250M350 286C366 306 376 330 382 356',
    isLine: true,
  },
  {
    id: 'paratracheal',
    look: 'none',
    d: 'M283 110H283A5 5 0 0 1 288 115V225A5 5 0 0 1 283 230H283A5 5 0 0 1 278 225V115A5 5 0 0 1 283 110Z',
    isPaired: true,
  },
  { id: 'hilar--right', look: 'soft', d: 'M227 290A19 30 0 1 1 265 290A19 30 0 1 1 227 290Z' },
  { id: 'perihilar--right', look: 'none', d: 'M196 288A40 54 0 1 1 276 288A40 54 0 1 1 196 288Z' },
  {
    id: 'pulmonary-artery--right',
    look: 'line',
    d: 'M274 276C262 276 250 284 244 304C242 314 240 322 238 330',
    isLine: true,
  },
  { id: 'hilar--left', look: 'soft', d: 'M347 278A19 30 0 1 1 385 278A19 30 0 1 1 347 278Z' },
  { id: 'perihilar--left', look: 'none', d: 'M336 278A40 54 0 1 1 416 278A40 54 0 1 1 336 278Z' },
  {
    id: 'pulmonary-artery--left',
    look: 'line',
    d: 'M330 268C346 258 362 262 370 284C374 296 376 306 378 318',
    isLine: true,
  },
  { id: 'minor-fissure', look: 'line', d: 'M262 304C220 301 170 307 126 320', isLine: true },
  { id: 'major-fissure--right', look: 'dashed', d: 'M124 322L212 432', isLine: true },
  { id: 'major-fissure--left', look: 'dashed', d: 'M474 324L438 462', isLine: true },
  {
    id: 'diaphragm--right',
    look: 'dome',
    d: 'M114 490C138 446 178 424 218 430C244 434 258 446 268 464',
    isLine: true,
  },
  { id: 'diaphragm--left', look: 'dome', d: 'M434 470C452 452 474 468 488 508', isLine: true },
  {
    id: 'infradiaphragm--right',
    look: 'none',
    d: 'M114 490C138 446 178 424 218 430C244 434 258 446 268 464V540H110Z',
  },
  { id: 'infradiaphragm--left', look: 'none', d: 'M320 470H434C452 452 474 468 488 508L492 540H320Z' },
  { id: 'right-hypochondrium', look: 'none', d: 'M110 498C150 444 200 430 246 446L262 600H100Z' },
  { id: 'left-hypochondrium', look: 'none', d: 'M342 474H434C460 466 480 480 490 512L498 600H342Z' },
  { id: 'epigastric', look: 'none', d: 'M264 474H340V600H264Z' },
  { id: 'gallbladder', look: 'dashed', d: 'M212 540A14 21 0 1 1 240 540A14 21 0 1 1 212 540Z' },
  {
    id: 'gastric-chamber',
    look: 'dashed',
    d: 'M392 500C392 484 420 478 440 486C460 494 462 520 446 528H404C394 522 392 512 392 500Z',
  },
  {
    id: 'right-costophrenic-angle',
    look: 'soft',
    d: 'M117 448C116 466 115 478 114 490C122 474 132 462 142 452Z',
  },
  {
    id: 'left-costophrenic-angle',
    look: 'soft',
    d: 'M486 462C487 480 488 494 488 508C482 494 474 480 464 470Z',
  },
  {
    id: 'cardiophrenic-angle--right',
    look: 'soft',
    d: 'M256 434C260 446 264 456 268 464C260 452 250 444 238 438Z',
  },
  {
    id: 'cardiophrenic-angle--left',
    look: 'soft',
    d: 'M434 436C436 450 436 460 434 470C440 463 447 459 454 460Z',
  },
  {
    id: 'scapula',
    look: 'bone',
    d: 'M92 150C112 146 140 150 158 166C150 200 138 240 126 272C114 250 98 206 84 176Z',
    isPaired: true,
  },
  { id: 'humerus', look: 'bone', d: 'M34 176L52 200L42 300L22 296Z', isPaired: true },
  { id: 'humeral-neck', look: 'none', d: 'M36 182L66 196L54 214L32 204Z', isPaired: true },
  { id: 'humeral-head', look: 'bone', d: 'M35 170A21 21 0 1 1 77 170A21 21 0 1 1 35 170Z', isPaired: true },
  {
    id: 'clavicle',
    look: 'bone',
    d: 'M284 136C250 126 220 128 186 122C150 116 120 116 92 124C90 130 94 134 100 133C126 128 150 130 184 135C220 142 250 140 280 150C288 150 290 140 284 136Z',
    isPaired: true,
  },
  {
    id: 'acromioclavicular-joint',
    look: 'none',
    d: 'M83 128A9 9 0 1 1 101 128A9 9 0 1 1 83 128Z',
    isPaired: true,
  },
  { id: 'glenohumeral-joint', look: 'none', d: 'M71 168A9 9 0 1 1 89 168A9 9 0 1 1 71 168Z', isPaired: true },
  {
    id: 'rotator-cuff',
    look: 'none',
    d: 'M44 148C60 136 84 136 104 142L100 152C84 146 66 148 54 156Z',
    isPaired: true,
  },
  { id: 'shoulder', look: 'none', d: 'M30 130H120V214H30Z', isPaired: true },
];
