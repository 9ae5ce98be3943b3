import type { Routes } from '@angular/router';
import { councilsOnly, developmentOnly, signedIn, signedOut } from './platform/guards.js';

/** Every page. One feature adds one line below `:bloc/:year`; its own routes file does the rest. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'work' },
  {
    path: 'sign-in',
    title: $localize`:@@signIn.title:Đăng nhập`,
    canActivate: [signedOut],
    loadComponent: () => import('./account/sign-in.page.js').then((file) => file.SignInPage),
  },
  {
    path: 'forgotten',
    title: $localize`:@@forgotten.title:Quên mật khẩu`,
    loadComponent: () => import('./account/forgotten.page.js').then((file) => file.ForgottenPage),
  },
  {
    path: 'password/:token',
    title: $localize`:@@newPassword.title:Đặt mật khẩu`,
    loadComponent: () => import('./account/new-password.page.js').then((file) => file.NewPasswordPage),
  },
  {
    path: 'first-administrator',
    title: $localize`:@@first.title:Quản trị đầu tiên`,
    loadComponent: () => import('./account/first-administrator.page.js').then((file) => file.FirstAdministratorPage),
  },
  {
    path: 'work',
    title: $localize`:@@work.title:Việc của tôi`,
    canActivate: [signedIn],
    loadComponent: () => import('./work/work.page.js').then((file) => file.WorkPage),
  },
  {
    path: 'account',
    title: $localize`:@@account.title:Tài khoản`,
    canActivate: [signedIn],
    loadComponent: () => import('./account/account.page.js').then((file) => file.AccountPage),
  },
  {
    path: 'account/substitutions/:province/:id',
    title: $localize`:@@history.title:Lịch sử hồ sơ`,
    canActivate: [signedIn],
    loadComponent: () => import('./substitution/substitution-history.page.js').then((file) => file.SubstitutionHistoryPage),
  },
  {
    path: 'handbook',
    title: $localize`:@@handbook.title:Sổ tay`,
    loadChildren: () => import('./handbook/handbook.routes.js').then((file) => file.handbookRoutes),
  },
  {
    path: 'administration',
    canActivate: [signedIn],
    loadChildren: () => import('./administration/administration.routes.js').then((file) => file.administrationRoutes),
  },
  {
    path: 'mailbox',
    canActivate: [signedIn, developmentOnly],
    loadChildren: () => import('./development/mailbox.routes.js').then((file) => file.mailboxRoutes),
  },
  {
    path: 'gallery',
    title: $localize`:@@gallery.title:Các bộ phận của giao diện`,
    canActivate: [signedIn, developmentOnly],
    loadComponent: () => import('./development/gallery/gallery.page.js').then((file) => file.GalleryPage),
  },
  {
    path: 'receipt/:token',
    title: $localize`:@@receiptLink.title:Văn bản gửi đến cơ quan`,
    loadComponent: () => import('./dispatch/receipt-link.page.js').then((file) => file.ReceiptLinkPage),
  },
  {
    path: 'council/:province',
    title: $localize`:@@councilProvince.title:Các khối của tỉnh`,
    canActivate: [signedIn, councilsOnly],
    loadComponent: () => import('./council/province.page.js').then((file) => file.ProvincePage),
  },
  {
    path: ':bloc/:year',
    canActivate: [signedIn],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`:@@year.title:Năm thi đua`,
        loadComponent: () => import('./cycle/year.page.js').then((file) => file.YearPage),
      },
      {
        path: 'progress',
        title: $localize`:@@progress.title:Tiến độ`,
        loadComponent: () => import('./progress/progress.page.js').then((file) => file.ProgressPage),
      },
      {
        path: 'registrations',
        loadChildren: () => import('./registration/registration.routes.js').then((file) => file.registrationRoutes),
      },
      {
        path: 'scorecards',
        loadChildren: () => import('./scorecard/scorecard.routes.js').then((file) => file.scorecardRoutes),
      },
      {
        path: 'ranking',
        loadChildren: () => import('./ranking/ranking.routes.js').then((file) => file.rankingRoutes),
      },
      {
        path: 'rounds',
        loadChildren: () => import('./nomination/round.routes.js').then((file) => file.roundRoutes),
      },
      {
        path: 'sections',
        loadChildren: () => import('./report/section.routes.js').then((file) => file.sectionRoutes),
      },
      {
        path: 'report',
        loadChildren: () => import('./report/report.routes.js').then((file) => file.reportRoutes),
      },
      {
        path: 'dispatches',
        loadChildren: () => import('./dispatch/dispatch.routes.js').then((file) => file.dispatchRoutes),
      },
      {
        path: 'receipts',
        loadChildren: () => import('./dispatch/receipt.routes.js').then((file) => file.receiptRoutes),
      },
      {
        path: 'council',
        title: $localize`:@@council.title:Hồ sơ Khối gửi Hội đồng`,
        loadComponent: () => import('./dispatch/council.page.js').then((file) => file.CouncilPage),
      },
      {
        path: 'documents',
        loadChildren: () => import('./register/document.routes.js').then((file) => file.documentRoutes),
      },
      {
        path: 'search',
        title: $localize`:@@search.title:Tìm kiếm`,
        loadComponent: () => import('./search/search.page.js').then((file) => file.SearchPage),
      },
      {
        path: 'checkpoint-address',
        title: $localize`:@@checkpoint.title:Nơi nhận mốc nhật ký`,
        loadComponent: () => import('./cycle/checkpoint-address.page.js').then((file) => file.CheckpointAddressPage),
      },
      {
        path: 'register',
        title: $localize`:@@register.title:Sổ đăng ký văn bản đi`,
        loadComponent: () => import('./register/register.page.js').then((file) => file.RegisterPage),
      },
    ],
  },
  {
    path: '**',
    title: $localize`:@@notFound.title:Không tìm thấy trang`,
    loadComponent: () => import('./shell/not-found.page.js').then((file) => file.NotFoundPage),
  },
];
