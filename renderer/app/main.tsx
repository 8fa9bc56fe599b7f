import { createRoot } from 'react-dom/client';
import { guardComposition } from '../ui/keys.ts';
import { App } from './App.tsx';
import { followLibrary } from './live.ts';
import './theme.css';
import './frame.css';

guardComposition();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
void followLibrary();
