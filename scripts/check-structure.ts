import { projectRoot } from '../src/kernel/config.ts';
import { checkStructure } from './structure/check.ts';

/**
 * The rules of the architecture that a machine can check (docs/architecture.md, section 2). With the address of a
 * migrated database in SPLOT_LINT_DATABASE also those that only the database shows.
 */
const findings = await checkStructure(projectRoot, process.env.SPLOT_LINT_DATABASE);
for (const { file, line, message, warning } of findings)
  console.log(`${warning ? 'warning: ' : ''}${file}${line ? `:${line}` : ''}  ${message}`);
process.exitCode = findings.some((f) => !f.warning) ? 1 : 0;
