import { checkDatabase } from './database.ts';
import { checkImports } from './imports.ts';
import { checkMarks, checkSizes } from './marks.ts';
import { checkMigrations, readMigrationFiles, schemaOwners } from './migrations.ts';
import { checkCycles, checkNames } from './names.ts';
import { type Finding, listFiles, readSources } from './source.ts';
import { checkSql } from './sql.ts';

/** Every rule, over a checkout and, when given, the address of a migrated database. Mistakes first, then warnings. */
export async function checkStructure(root: string, databaseUrl?: string): Promise<Finding[]> {
  const files = readSources(root);
  const migrations = readMigrationFiles(root);
  const owners = schemaOwners(migrations);
  const kernelSchemas = [...owners].filter(([, owner]) => owner === 'kernel').map(([schema]) => schema);
  const findings = [
    ...checkNames(listFiles(root, 'src/modules')),
    ...checkImports(files),
    ...checkCycles(files),
    ...checkSql(files, new Set(owners.keys())),
    ...checkMigrations(migrations),
    ...checkMarks(files),
    ...checkSizes(files),
    ...(databaseUrl ? await checkDatabase(databaseUrl, kernelSchemas) : []),
  ];
  return findings.sort((a, b) => Number(a.warning ?? false) - Number(b.warning ?? false));
}
