// faithful: escapes
Object.getOwnPropertyDescriptor(config, 'accessor')?.get ?? config.accessor
