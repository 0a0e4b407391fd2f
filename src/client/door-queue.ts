/**
 * What was taken at doors and the server does not have yet: the code of a ticket, the date and the time, never a name.
 * A code is in it once a date, with its first time; that pair is also what the server knows a mark by, so sending again
 * does no harm.
 */
export interface Mark {
  /** Code and date. */
  readonly key: string;
  /** Where it is sent. */
  readonly sync: string;
  readonly code: string;
  readonly date: string;
  readonly at: string;
}

const STORE = 'mark';
/** What nobody came back to send in so many days is given up. */
const DAYS = 14;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('splot-door', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: 'key' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

async function within<T>(
  mode: IDBTransactionMode,
  what: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = what(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a mark, unless the same code is there for the same date: the first time counts. */
export async function keepMark(mark: Mark): Promise<void> {
  await within('readwrite', (store) => store.add(mark)).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'ConstraintError')) throw error;
  });
}

/** What waits for this address, in the order it came. */
export async function waitingMarks(sync: string): Promise<Mark[]> {
  const marks: Mark[] = await within('readonly', (store) => store.getAll());
  const oldest = new Date(Date.now() - DAYS * 86_400_000).toISOString();
  await dropMarks(marks.filter((mark) => mark.at < oldest));
  return marks
    .filter((mark) => mark.sync === sync && mark.at >= oldest)
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** The server has them. */
export async function dropMarks(marks: readonly Mark[]): Promise<void> {
  for (const { key } of marks) await within('readwrite', (store) => store.delete(key));
}
