namespace SocialPolicy.Indicators.Service.Observations.Templates;

/// <summary>What templates say to those who fill them in.</summary>
internal static class TemplateGuidance
{
    public static readonly string[] OfValues =
    [
        "Chỉ nhập vào các ô màu vàng của trang \"Số liệu\"; các ô khác được khóa.",
        "Số: nhập như một số (không nhập đơn vị tính). Tỷ lệ có tử số và mẫu số: chỉ cần nhập hai số đó.",
        "Chỉ tiêu đánh giá (đạt, không đạt): ghi căn cứ vào cột \"Ghi chú\".",
        "\"Số liệu chính thức\": đánh dấu x khi số liệu do cơ quan thống kê công bố.",
        "Ô để trống được bỏ qua. Số liệu không sửa thì giữ nguyên, kể cả khi người khác đã cập nhật trong thời gian đó.",
        "Không đổi dòng tiêu đề và cột ẩn đầu tiên. Có thể xóa những dòng không dùng.",
    ];

    public static readonly string[] OfShares =
    [
        "Chỉ nhập vào các ô màu vàng của trang \"Giao chỉ tiêu\": mỗi dòng một đơn vị, mỗi cột một năm.",
        "Với chỉ tiêu cộng dồn được, tổng các đơn vị của mỗi năm phải đúng bằng chỉ tiêu của năm đó.",
        "Năm nào có ít nhất một ô được nhập thì toàn bộ số giao của năm đó được thay bằng các ô trong tệp; năm để trống hoàn toàn thì giữ nguyên.",
        "Không đổi dòng tiêu đề và cột ẩn đầu tiên.",
    ];
}
