import type { WorkerFunction } from '../modules/organisations/api.ts';

export interface DemoWorker {
  readonly key: string;
  readonly institution: string;
  readonly given: string;
  readonly family: string;
  readonly functions: readonly WorkerFunction[];
  /** Shown with the demonstration accounts at start. */
  readonly shown?: boolean;
}

const worker = (
  key: string,
  institution: string,
  name: string,
  functions: readonly WorkerFunction[],
  shown = false,
): DemoWorker => {
  const [given = '', family = ''] = name.split(' ');
  return { key, institution, given, family, functions, shown };
};

export const WORKERS: readonly DemoWorker[] = [
  worker('anna', 'ops', 'Anna Wąs', ['social_worker', 'case_coordinator'], true),
  worker('piotr', 'ops', 'Piotr Zarębski', ['social_worker', 'case_coordinator']),
  worker('helena', 'ops', 'Helena Krupa', ['head', 'institution_admin'], true),
  worker('iod', 'ops', 'Marek Sroka', ['dpo'], true),
  worker('tomasz', 'pup', 'Tomasz Lis', ['employment_adviser', 'case_coordinator'], true),
  worker('ewa', 'pup', 'Ewa Nowa', ['employment_adviser', 'case_coordinator']),
  worker('roman', 'pup', 'Roman Bielak', ['head', 'institution_admin'], true),
  worker('katarzyna', 'most', 'Katarzyna Rok', ['ngo_specialist', 'case_coordinator'], true),
  worker('koordynator', 'most', 'Jolanta Mida', ['partnership_coordinator'], true),
  worker('mosthead', 'most', 'Krystyna Bal', ['head', 'institution_admin']),
  worker('marcin', 'cis', 'Marcin Gaj', ['unit_worker'], true),
  worker('cishead', 'cis', 'Teresa Wilk', ['head']),
  worker('lukowica', 'lukowica', 'Zofia Janik', ['social_worker', 'case_coordinator']),
  worker('laskowa', 'laskowa', 'Barbara Kęska', ['social_worker', 'case_coordinator']),
  worker('dobra', 'dobra', 'Monika Piątek', ['social_worker', 'case_coordinator']),
  worker('tymbark', 'tymbark', 'Alicja Surma', ['social_worker', 'case_coordinator']),
  worker('mszana', 'mszana', 'Grażyna Dziub', ['social_worker', 'case_coordinator']),
  worker('mszanahead', 'mszana', 'Stanisław Rapacz', ['head', 'institution_admin']),
  worker('cus', 'cus', 'Dorota Kania', ['social_worker', 'case_coordinator']),
  worker('miasto', 'miasto', 'Irena Pajor', ['social_worker', 'case_coordinator']),
  worker('miastohead', 'miasto', 'Leszek Czech', ['head', 'institution_admin']),
  worker('pcpr', 'pcpr', 'Wanda Golonka', ['social_worker']),
  worker('droga', 'droga', 'Michał Kuc', ['ngo_specialist', 'partnership_coordinator']),
  worker('razem', 'razem', 'Agata Tokarz', ['ngo_specialist', 'partnership_coordinator']),
  worker('kis', 'kis', 'Bogdan Lach', ['unit_worker']),
  worker('wtz', 'wtz', 'Renata Smaga', ['unit_worker']),
  worker('zaz', 'zaz', 'Jerzy Opach', ['unit_worker', 'head']),
  worker('redaktor', 'owes', 'Beata Halna', ['editor'], true),
  worker('redakcja', 'owes', 'Paweł Zych', ['editor']),
  worker('rops', 'rops', 'Elżbieta Pyzik', ['head', 'analyst'], true),
  worker('ropsinspektor', 'rops', 'Maciej Gil', ['analyst']),
  worker('wup', 'wup', 'Sławomir Ryba', ['head']),
  worker('oweshead', 'owes', 'Danuta Rzepa', ['head', 'institution_admin']),
  worker('doradca', 'owes', 'Iwona Sowa', ['adviser'], true),
  worker('radca', 'owes', 'Wojciech Prawy', ['adviser']),
  worker('konsultant', 'rops', 'Marta Gil', ['adviser'], true),
  worker('prowadzaca', 'rops', 'Hanna Brzeg', ['adviser'], true),
  worker('admin', 'ops', 'Adam Węzeł', ['technical_admin'], true),
];

/** Every demonstration account has this password; the start prints it. */
export const DEMO_PASSWORD = 'splot-demo-2026';
export const emailOf = (w: DemoWorker): string => `${w.key}@splot.example`;

/** People of the cases who have a window of their own: whose case, and what it waits for. */
export const PARTICIPANTS = [
  {
    email: 'uczestnik@splot.example',
    coordinator: 'anna',
    waits: ['person_signature', 'plan_signatures'],
    about: 'participant, a plan to sign',
  },
  {
    email: 'uczestniczka@splot.example',
    coordinator: 'anna',
    waits: ['review'],
    about: 'participant, a plan being lived',
  },
] as const;
