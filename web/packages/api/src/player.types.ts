export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Currency {
  code: string;
  scale: number;
  kind: string;
}

export interface Branding {
  hue: number;
  chroma: string;
  radius: number;
  name: string;
}

export interface Tenant {
  slug: string;
  name: string;
  currencies: Currency[];
  languages: string[];
  features: { gaming: boolean; loyalty: boolean };
  branding: Branding;
  minimum_age: number;
  blocked_countries: string[];
  default_currency: string;
  support_email: string;
}
