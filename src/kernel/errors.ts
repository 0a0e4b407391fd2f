/** A problem with one field of a form. `field` is empty when the problem belongs to the form as a whole. */
export interface FieldError {
  readonly field: string;
  /** A code of `messages.ts`, or a sentence already written for the person. */
  readonly message: string;
}

export const ERROR_STATUS = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  sign_in: 401,
  stale: 409,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/**
 * The one error of the application. What a person reads comes from texts by `code` and `reason`; nothing personal
 * ever stands in it, since errors are logged.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldError[];
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    options: { fields?: readonly FieldError[]; reason?: string; detail?: Record<string, unknown> } = {},
  ) {
    super(options.reason ?? code);
    this.name = 'AppError';
    this.code = code;
    this.fields = options.fields ?? [];
    this.detail = options.detail ?? {};
  }

  get status(): (typeof ERROR_STATUS)[ErrorCode] {
    return ERROR_STATUS[this.code];
  }
}

export const notFound = (): AppError => new AppError('not_found');

/** A form that cannot be accepted: the caller shows it again with these messages and everything that was typed. */
export const invalid = (...fields: FieldError[]): AppError => new AppError('invalid', { fields });

/** Somebody changed the row since the form was opened. `current` is what stands there now. */
export const stale = (current: Record<string, unknown> = {}): AppError =>
  new AppError('stale', { detail: current });
