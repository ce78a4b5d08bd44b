using Microsoft.Extensions.Options;

namespace CellsContact.Desk;

internal sealed class DeskOptionsValidator : IValidateOptions<DeskOptions>
{
    public ValidateOptionsResult Validate(string? name, DeskOptions options) => options.NewArrivalDays is < 1 or > 3660
        ? ValidateOptionsResult.Fail($"DeskOptions.NewArrivalDays は1から3660です（{options.NewArrivalDays}）。 (DeskOptions.NewArrivalDays is 1 to 3660, not {options.NewArrivalDays}.)")
        : ValidateOptionsResult.Success;
}
