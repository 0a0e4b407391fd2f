export { TemplatePicker } from './pages/templates.tsx';
export { type ListedTemplate, templatesOf, withTemplate } from './service.ts';
