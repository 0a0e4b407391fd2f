export { Candidates } from './pages/candidates.tsx';
export { ContactFields, type GminaOption, IdentityFields } from './pages/fields.tsx';
export { Warnings } from './pages/person.tsx';
export { ALIKE } from './policy.ts';
export {
  type Candidate,
  type Identifier,
  type Person,
  type PersonForm,
  type PersonInput,
  personForm,
  personName,
  type ReadPerson,
  readPerson,
} from './schema.ts';
export {
  areaGminas,
  askHandover,
  compareDecision,
  limitSearches,
  loadPerson,
  noteSearch,
  registerPerson,
  sameAs,
  searchPerson,
} from './service.ts';
