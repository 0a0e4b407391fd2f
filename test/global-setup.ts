import { startTestCluster, type TestCluster } from './cluster.ts';

let cluster: Promise<TestCluster> | undefined;

/** Starts the one server of a test run and tells the workers where it is; several projects share it. */
export async function setup(): Promise<void> {
  cluster ??= startTestCluster();
  const { adminUrl, template } = await cluster.catch((error: Error) => {
    throw new Error(`no database for the tests: ${error.message}`);
  });
  process.env.SPLOT_TEST_SERVER = adminUrl;
  process.env.SPLOT_TEST_TEMPLATE = template;
}

export async function teardown(): Promise<void> {
  const running = cluster;
  cluster = undefined;
  await (await running)?.stop();
}
