import { projectRoot } from '../src/kernel/config.ts';
import { createModule } from './new-module/create.ts';

/** `npm run new-module -- advice-desk` makes a module that passes every check. */
const [name] = process.argv.slice(2);
try {
  if (!name) throw new Error('Which name? For example: npm run new-module -- advice-desk');
  for (const path of createModule(projectRoot, name)) console.log(`made ${path}`);
  console.log(`\nNow add its routes to the table of contents in src/app.ts:
  import { routes as newRoutes } from './modules/${name}/routes.tsx';`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
