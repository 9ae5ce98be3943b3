export const registrationRoutes: import('@angular/router').Routes = [];
