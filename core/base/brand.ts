/** A type that no other string or number can be mistaken for. The only branding helper of the project. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
