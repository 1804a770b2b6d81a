using SocialPolicy.TokenService.Officers.Pages;
using SocialPolicy.TokenService.Officers.SecondFactors;
using SocialPolicy.TokenService.Officers.Visits;

namespace SocialPolicy.TokenService.Officers;

/// <summary><c>/password</c> and <c>/second-factor</c>: what officers do about their own accounts, without any program.</summary>
internal sealed class AccountEndpoint(Reception reception, SecondFactorRegister factors)
{
    public async Task<IResult> Password(HttpContext context)
    {
        var desk = new Desk(context, Errand.Password);
        return (await reception.Receive(desk)).Page ?? desk.Show(OfficerPages.PasswordTitle, OfficerPages.PasswordChanged());
    }

    public async Task<IResult> SecondFactor(HttpContext context)
    {
        if (!factors.IsOffered)
            return Results.NotFound();
        var desk = new Desk(context, Errand.SecondFactor);
        return (await reception.Receive(desk)).Page ?? desk.Show(OfficerPages.SecondFactorTitle, OfficerPages.SecondFactorSet());
    }
}
