/** The test mailbox: the part of it that the tests use. */
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  interface ImapServer {
    readonly server: Server;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    /** `raw` is a string of bytes. */
    appendMessage(mailbox: string, flags: readonly string[], internalDate: Date, raw: string): void;
  }
  function hoodiecrow(options: {
    storage: Record<string, { messages: readonly { raw: string }[] }>;
  }): ImapServer;
  export = hoodiecrow;
}
