using static SocialPolicy.TokenService.Officers.Pages.Page;

namespace SocialPolicy.TokenService.Officers.Pages;

/// <summary>What stands on each page an officer sees.</summary>
internal static class OfficerPages
{
    public const string SignInTitle = "Đăng nhập";
    public const string PasswordTitle = "Đổi mật khẩu";
    public const string SecondFactorTitle = "Xác thực hai lớp";
    public const string RecoveryTitle = "Mã khôi phục";
    public const string SignedOutTitle = "Đã đăng xuất";

    public static string SignIn(Form form, string program, string name, bool offersFactors) => $"""
        <h1>{SignInTitle}</h1>
        <p class="of">Nền tảng Chính sách xã hội, cho chương trình <strong>{Encode(program)}</strong></p>
        {form.Around(form.Name(name) + form.Password("Mật khẩu", focus: name.Length > 0), SignInTitle)}
        <p class="note">Quên mật khẩu? Người quản trị hệ thống của đơn vị cấp lại.</p>
        <p class="also"><a href="password" target="_blank" rel="noopener">{PasswordTitle}</a>{(offersFactors ? $"""<a href="second-factor" target="_blank" rel="noopener">{SecondFactorTitle}</a>""" : "")}</p>
        """;

    public static string Password(Form form, string name) => $"""
        <h1>{PasswordTitle}</h1>
        <p class="of">Nền tảng Chính sách xã hội</p>
        {form.Around(form.Name(name) + form.Password("Mật khẩu hiện tại", focus: name.Length > 0) + form.NewPassword(focus: false), PasswordTitle)}
        <p class="note">Các phiên làm việc đang mở của bạn sẽ kết thúc.</p>
        """;

    public static string SecondFactor(Form form, string name) => $"""
        <h1>{SecondFactorTitle}</h1>
        <p class="of">Khi đăng nhập, ngoài mật khẩu còn cần mã của ứng dụng xác thực trên điện thoại của bạn.</p>
        {form.Around(form.Name(name) + form.Password("Mật khẩu", focus: name.Length > 0), "Tiếp tục")}
        """;

    public static string Code(Form form) => $"""
        <h1>{SecondFactorTitle}</h1>
        <p class="of">Mở ứng dụng xác thực trên điện thoại của bạn.</p>
        {form.Around(form.Code("Mã xác thực", "Sáu chữ số, đổi mỗi 30 giây. Không có điện thoại? Nhập một mã khôi phục.", "text", 24), "Tiếp tục")}
        <p class="note">Mất cả điện thoại lẫn mã khôi phục? Người quản trị hệ thống của đơn vị đặt lại.</p>
        """;

    public static string NewPassword(Form form) => $"""
        <h1>Đặt mật khẩu mới</h1>
        <p class="of">Mật khẩu hiện tại do người khác đặt. Hãy chọn mật khẩu chỉ mình bạn biết.</p>
        {form.Around(form.NewPassword(focus: true), "Đặt mật khẩu")}
        """;

    public static string Authenticator(Form form, string officer, string secret, string errand) => $"""
        <h1>{SecondFactorTitle}</h1>
        <p class="of">{errand} Hãy mở ứng dụng xác thực trên điện thoại và quét hình này.</p>
        {Picture.Of(SecondFactors.Authenticator.AddressOf(officer, secret), "Mã QR cho ứng dụng xác thực")}
        <details><summary>Không quét được? Nhập khóa bằng tay</summary><p class="secret">{string.Join(' ', secret.Chunk(4).Select(group => new string(group)))}</p></details>
        {form.Around(form.Code("Mã mà ứng dụng hiện", "Sáu chữ số.", "numeric", SecondFactors.Authenticator.Digits + 1), "Xác nhận")}
        """;

    public static string RecoveryCodes(Form form, IReadOnlyList<string> codes) => $"""
        <h1>{RecoveryTitle}</h1>
        <p class="of">Dùng khi không có điện thoại. Mỗi mã dùng được một lần.</p>
        <p class="good" role="status">Xác thực hai lớp đã được bật.</p>
        <p>Hãy in hoặc chép các mã này và cất ở nơi an toàn. <strong>Chúng chỉ được hiện lần này.</strong></p>
        <ul class="codes">{string.Concat(codes.Select(code => $"<li>{code}</li>"))}</ul>
        {form.Around("", "Tôi đã cất các mã")}
        """;

    public static string PasswordChanged() => $"""
        <h1>Đã đổi mật khẩu</h1>
        <p class="of">Các phiên làm việc trước đó đã kết thúc.</p>
        <p>Từ nay hãy đăng nhập bằng mật khẩu mới. Có thể đóng trang này.</p>
        """;

    public static string SecondFactorSet() => $"""
        <h1>Đã bật xác thực hai lớp</h1>
        <p class="of">Từ lần đăng nhập sau, ngoài mật khẩu còn cần mã của ứng dụng xác thực.</p>
        <p>Có thể đóng trang này.</p>
        """;

    public static string SignedOut() => $"""
        <h1>{SignedOutTitle}</h1>
        <p class="note">Phiên làm việc đã kết thúc. Có thể đóng trang này.</p>
        """;
}
