using System.Net.Mail;
using Dapper;
using Grpc.Core;
using SocialPolicy.BuildingBlocks.Domain.Input;
using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.BuildingBlocks.Service.Callers;
using SocialPolicy.Notifications.Domain.Notices;

namespace SocialPolicy.Notifications.Service.Notices;

internal sealed partial class NoticeService
{
    // A mail server's answer may repeat the address.
    private const string Correct = """
        update notices set address = nullif(@CorrectedAddress, ''), answer = replace(answer, address, @CorrectedAddress)
        where channel = 'email' and lower(address) = lower(@Address)
        """;

    [AllowedTo(Role.Administrator)]
    public override Task<V1.CorrectAddressResponse> CorrectAddress(V1.CorrectAddressRequest request, ServerCallContext call) =>
        requests.Once(request, call, async work =>
        {
            Check.Rule(new FieldsAreFilled("address", request.Address.Length > 0));
            Check.Rule(new AddressesAreWellFormed("corrected_address", request.CorrectedAddress.Length == 0 || IsAddress(request.CorrectedAddress)));
            var count = await work.Connection.ExecuteAsync(work.Sql(Correct, new { request.Address, request.CorrectedAddress }));

            // The wrong address must not live on in the audit.
            work.Audit("notices/-", $"address {(request.CorrectedAddress.Length > 0 ? "corrected in" : "removed from")} {count} notices");
            return new V1.CorrectAddressResponse { NoticeCount = count };
        });

    // An address alone, without a name around it; as long as RFC 5321 lets a path be.
    private static bool IsAddress(string text) => text.Length <= 254 && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;
}
