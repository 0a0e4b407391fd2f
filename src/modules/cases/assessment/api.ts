export { fillPart, fillParts, setConclusion, setOwnView } from './service.ts';
