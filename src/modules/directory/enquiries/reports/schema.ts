export interface Report {
  readonly enquiryId: string;
  readonly subject: string;
  readonly description: string;
  readonly state: string;
  readonly sender: string | null;
  readonly entityId: string;
  readonly entityName: string;
  readonly note: string;
  readonly reportedAt: Date | null;
}
