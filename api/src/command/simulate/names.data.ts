/*
 * What names of a simulated installation are composed of. Provinces are those of before July 2025; associations are kinds that provinces
 * have; people are put together at random and are nobody.
 */

export const PROVINCES = [
  'An Giang', 'Bà Rịa – Vũng Tàu', 'Bắc Giang', 'Bắc Kạn', 'Bạc Liêu', 'Bắc Ninh', 'Bến Tre', 'Bình Dương', 'Bình Định', 'Bình Phước',
  'Bình Thuận', 'Cà Mau', 'Cần Thơ', 'Cao Bằng', 'Đà Nẵng', 'Đắk Lắk', 'Đắk Nông', 'Điện Biên', 'Đồng Nai', 'Đồng Tháp', 'Gia Lai', 'Hà Giang',
  'Hà Nam', 'Hà Nội', 'Hà Tĩnh', 'Hải Dương', 'Hải Phòng', 'Hậu Giang', 'Hòa Bình', 'Thành phố Hồ Chí Minh', 'Hưng Yên', 'Khánh Hòa', 'Kiên Giang',
  'Kon Tum', 'Lai Châu', 'Lạng Sơn', 'Lào Cai', 'Lâm Đồng', 'Long An', 'Nam Định', 'Nghệ An', 'Ninh Bình', 'Ninh Thuận', 'Phú Thọ', 'Phú Yên',
  'Quảng Bình', 'Quảng Nam', 'Quảng Ngãi', 'Quảng Ninh', 'Quảng Trị', 'Sóc Trăng', 'Sơn La', 'Tây Ninh', 'Thái Bình', 'Thái Nguyên', 'Thanh Hóa',
  'Thừa Thiên Huế', 'Tiền Giang', 'Trà Vinh', 'Tuyên Quang', 'Vĩnh Long', 'Vĩnh Phúc', 'Yên Bái',
] as const; // prettier-ignore

/** Kinds of associations: name, short name, English name. */
export const ASSOCIATIONS = [
  ['Liên hiệp các Hội Khoa học và Kỹ thuật', 'Liên hiệp hội', 'Union of Science and Technology Associations'],
  ['Hội Nạn nhân chất độc da cam/dioxin', 'Hội NNCĐDC', 'Association of Victims of Agent Orange'],
  ['Hội Bảo trợ Người khuyết tật và Trẻ mồ côi', 'Hội Bảo trợ NKT&TMC', 'Association for the Support of People with Disabilities and Orphans'],
  ['Hội Cựu thanh niên xung phong', 'Hội Cựu TNXP', 'Association of Former Youth Volunteers'],
  ['Hội Khuyến học', 'Hội Khuyến học', 'Association for Promoting Education'],
  ['Hội Luật gia', 'Hội Luật gia', 'Lawyers’ Association'],
  ['Hội Chữ thập đỏ', 'Hội CTĐ', 'Red Cross Society'],
  ['Hội Người mù', 'Hội Người mù', 'Association of the Blind'],
  ['Hội Làm vườn', 'Hội Làm vườn', 'Gardeners’ Association'],
  ['Hội Liên hiệp Thanh niên Việt Nam', 'Hội LHTN', 'Youth Federation'],
  ['Hội Bảo vệ quyền trẻ em', 'Hội BVQTE', 'Association for the Protection of Children’s Rights'],
  ['Hội Cựu giáo chức', 'Hội Cựu giáo chức', 'Association of Former Teachers'],
  ['Liên minh Hợp tác xã', 'Liên minh HTX', 'Cooperative Alliance'],
  ['Hội Người cao tuổi', 'Hội NCT', 'Association of the Elderly'],
  ['Hội Nhà báo', 'Hội Nhà báo', 'Journalists’ Association'],
  ['Hội Văn học Nghệ thuật', 'Hội VHNT', 'Association of Literature and Arts'],
  ['Liên hiệp các tổ chức hữu nghị', 'Liên hiệp hữu nghị', 'Union of Friendship Organisations'],
  ['Hội Đông y', 'Hội Đông y', 'Association of Traditional Medicine'],
  ['Hội Nông dân', 'Hội Nông dân', 'Farmers’ Union'],
  ['Hội Cựu chiến binh', 'Hội CCB', 'Veterans’ Association'],
  ['Hội Liên hiệp Phụ nữ', 'Hội LHPN', 'Women’s Union'],
  ['Liên đoàn Lao động', 'LĐLĐ', 'Federation of Labour'],
  ['Hội Doanh nhân trẻ', 'Hội DNT', 'Young Entrepreneurs’ Association'],
  ['Hội Y học', 'Hội Y học', 'Medical Association'],
  ['Hội Điều dưỡng', 'Hội Điều dưỡng', 'Nurses’ Association'],
  ['Hội Kế hoạch hóa gia đình', 'Hội KHHGĐ', 'Family Planning Association'],
  ['Hội Sinh vật cảnh', 'Hội SVC', 'Ornamental Creatures Association'],
  ['Hội Khoa học Lịch sử', 'Hội KHLS', 'Historical Science Association'],
  ['Hội Kiến trúc sư', 'Hội KTS', 'Association of Architects'],
  ['Hội Nuôi ong', 'Hội Nuôi ong', 'Beekeepers’ Association'],
  ['Hội Thủy sản', 'Hội Thủy sản', 'Fisheries Society'],
  ['Hội Cựu công an nhân dân', 'Hội Cựu CAND', 'Association of Former Police Officers'],
  ['Hội Tin học', 'Hội Tin học', 'Informatics Association'],
  ['Hội Khoa học Kinh tế', 'Hội KHKT', 'Economics Association'],
  ['Hội Bảo vệ người tiêu dùng', 'Hội BVNTD', 'Consumer Protection Association'],
  ['Hội Hỗ trợ gia đình liệt sĩ', 'Hội HTGĐLS', 'Association for the Support of Martyrs’ Families'],
  ['Hội Di sản văn hóa', 'Hội DSVH', 'Cultural Heritage Association'],
  ['Hội Cầu đường', 'Hội Cầu đường', 'Road and Bridge Association'],
  ['Hội Xây dựng', 'Hội Xây dựng', 'Construction Association'],
  ['Hội Tâm lý – Giáo dục', 'Hội TL-GD', 'Psychology and Education Association'],
] as const; // prettier-ignore

/** Names of districts and communes are put together of these two. */
export const PLACE_FIRST = ['An', 'Bình', 'Cẩm', 'Đại', 'Đông', 'Gia', 'Hòa', 'Hưng', 'Kim', 'Lạc', 'Long', 'Mỹ', 'Nghĩa', 'Phú', 'Quang', 'Sơn', 'Tân', 'Thanh', 'Thuận', 'Tiên', 'Trung', 'Vĩnh', 'Xuân', 'Yên'] as const; // prettier-ignore
export const PLACE_SECOND = ['Ấm', 'Châu', 'Dương', 'Giang', 'Hà', 'Hải', 'Khánh', 'Lâm', 'Lộc', 'Lương', 'Minh', 'Ninh', 'Phong', 'Phúc', 'Sơn', 'Thành', 'Thắng', 'Thịnh', 'Thọ', 'Thủy', 'Tiến', 'Trạch', 'Trị', 'Viên'] as const; // prettier-ignore

/** Common names stand several times: they are as common as they are. */
export const SURNAMES = ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Trần', 'Trần', 'Trần', 'Lê', 'Lê', 'Lê', 'Phạm', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Đinh', 'Lương', 'Trịnh', 'Đoàn', 'Nông', 'Vi', 'Giáp'] as const; // prettier-ignore
export const MEN_MIDDLE = ['Văn', 'Văn', 'Văn', 'Hữu', 'Đức', 'Quang', 'Minh', 'Xuân', 'Ngọc', 'Công', 'Đình', 'Trọng'] as const;
export const WOMEN_MIDDLE = ['Thị', 'Thị', 'Thị', 'Thị', 'Thị Thu', 'Thị Hồng', 'Thị Ngọc', 'Thanh', 'Mai', 'Bích', 'Kim', 'Diệu'] as const;
export const MEN = ['An', 'Bảo', 'Bình', 'Chiến', 'Cường', 'Dũng', 'Duy', 'Đạt', 'Giang', 'Hải', 'Hiếu', 'Hòa', 'Hùng', 'Huy', 'Khánh', 'Kiên', 'Lâm', 'Long', 'Mạnh', 'Nam', 'Phong', 'Phúc', 'Quân', 'Sơn', 'Thành', 'Thắng', 'Toàn', 'Trung', 'Tuấn', 'Tùng', 'Việt', 'Vinh'] as const; // prettier-ignore
export const WOMEN = ['Ánh', 'Anh', 'Chi', 'Dung', 'Duyên', 'Hà', 'Hạnh', 'Hằng', 'Hiền', 'Hoa', 'Huệ', 'Hương', 'Lan', 'Liên', 'Linh', 'Loan', 'Ly', 'Mai', 'Minh', 'Nga', 'Ngân', 'Nhung', 'Oanh', 'Phương', 'Quyên', 'Tâm', 'Thảo', 'Thủy', 'Trang', 'Vân', 'Xuân', 'Yến'] as const; // prettier-ignore

/** What units register: name, unit of measure, how it is shown, least and most. One is taken of each row. */
export const TARGETS = [
  [['Hội viên mới kết nạp', 'người', 'Danh sách kết nạp', 20, 900], ['Chi hội mới thành lập', 'chi hội', 'Quyết định thành lập', 1, 24], ['Hội viên được cấp thẻ', 'người', 'Sổ cấp thẻ', 80, 2400]],
  [['Lớp bồi dưỡng, tập huấn', 'lớp', 'Kế hoạch, danh sách học viên', 2, 40], ['Hội nghị, hội thảo chuyên đề', 'cuộc', 'Kỷ yếu', 1, 12], ['Buổi tuyên truyền, phổ biến pháp luật', 'buổi', 'Báo cáo', 6, 160]],
  [['Tiền tặng quà hội viên khó khăn', 'triệu đồng', 'Danh sách ký nhận', 40, 1500], ['Quỹ của Hội', 'triệu đồng', 'Báo cáo tài chính', 60, 4200], ['Nhà tình nghĩa được hỗ trợ xây, sửa', 'nhà', 'Biên bản bàn giao', 1, 45]],
  [['Mô hình kinh tế giỏi được nhân rộng', 'mô hình', 'Báo cáo, hình ảnh', 1, 30], ['Đề án, văn bản được góp ý, phản biện', 'văn bản', 'Văn bản góp ý', 2, 26], ['Tin, bài về điển hình tiên tiến', 'tin, bài', 'Bản in, đường dẫn', 12, 240]],
] as const; // prettier-ignore
