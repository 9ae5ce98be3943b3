/** What stands on every page and letter that is made in the development mode or from invented figures: nobody must take it for real. */
export const SAMPLE_BANNER = 'BẢN MẪU – SỐ LIỆU GIẢ ĐỊNH – KHÔNG CÓ GIÁ TRỊ';
