export { ErrorPage } from './pages/error.tsx';
