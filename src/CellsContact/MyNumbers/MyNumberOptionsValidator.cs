using Microsoft.Extensions.Options;

namespace CellsContact.MyNumbers;

internal sealed class MyNumberOptionsValidator : IValidateOptions<MyNumberOptions>
{
    private const int MinKeyBytes = 32;

    public ValidateOptionsResult Validate(string? name, MyNumberOptions options)
    {
        List<string> gaps = [];
        if (options.LogKey is null)
            gaps.Add("マイナンバーのアクセスログの鍵がありません。MyNumberOptions.LogKey に、データベースの外に置いた32バイト以上の乱数を指定してください。 (No key for the My Number access log: set MyNumberOptions.LogKey to 32 or more random bytes kept outside the database.)");
        else if (options.LogKey.Length < MinKeyBytes)
            gaps.Add("MyNumberOptions.LogKey は32バイト以上にしてください。 (MyNumberOptions.LogKey needs 32 bytes or more.)");
        if (options.Purposes.Count == 0 || options.Purposes.Any(string.IsNullOrWhiteSpace))
            gaps.Add("MyNumberOptions.Purposes に利用目的を一つ以上指定してください。 (MyNumberOptions.Purposes needs one purpose or more, none blank.)");
        if (options.GrantLifetime <= TimeSpan.Zero || options.LockoutTime <= TimeSpan.Zero || options.OrphanLifetime <= TimeSpan.Zero)
            gaps.Add("MyNumberOptions の時間は0より長くしてください。 (The times in MyNumberOptions must be longer than zero.)");
        if (options.MaxFailures is < 1 or > 100)
            gaps.Add("MyNumberOptions.MaxFailures は1から100です。 (MyNumberOptions.MaxFailures is 1 to 100.)");
        return gaps.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(gaps);
    }
}
