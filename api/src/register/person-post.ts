/** The post that stands under a signatory’s name: with the unit, unless the post names it already (`Chủ tịch Hội Nhà báo tỉnh`). */
export function postAtHome(title: string, unitName: string): string {
  const stem = unitName.split(' ').slice(0, 2).join(' ').toLocaleLowerCase('vi');
  return title.toLocaleLowerCase('vi').includes(stem) ? title : `${title} ${unitName}`;
}
