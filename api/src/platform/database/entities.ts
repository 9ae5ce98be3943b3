import { getMetadataArgsStorage } from 'typeorm';

/** Every entity that the loaded features declare: platform need not know them. */
export const entities = (): (new () => object)[] => getMetadataArgsStorage().tables.map((table) => table.target as new () => object);
