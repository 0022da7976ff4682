/**
 * The faces of the interface, from our own server: nobody else learns who reads what. Browsers load only the subsets that the
 * words on screen need (unicode-range); the Latin ones are asked for early, see vite.config.ts.
 */
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/noto-naskh-arabic/wght.css'
import '@fontsource/noto-nastaliq-urdu/400.css'
import '@fontsource/noto-nastaliq-urdu/600.css'
