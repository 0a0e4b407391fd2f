export { absencesOf, absencesOn, absencesStarting, colleaguesWithAccess, standInOf } from './service.ts';
