using CellsContact.Statuses;
using Microsoft.Extensions.Options;

namespace CellsContact.Desk;

internal sealed class DeskOptionsValidator : IValidateOptions<DeskOptions>
{
    public ValidateOptionsResult Validate(string? name, DeskOptions options)
    {
        List<string> gaps = [];
        if (options.NewArrivalDays is < 1 or > 3660)
            gaps.Add($"DeskOptions.NewArrivalDays は1から3660です（{options.NewArrivalDays}）。 (DeskOptions.NewArrivalDays is 1 to 3660, not {options.NewArrivalDays}.)");
        if (options.MyNumberActions.Any(action => action is ContactAction.Reflect or ContactAction.Undo))
            gaps.Add("DeskOptions.MyNumberActions に「台帳に反映」と「取消」は指定できません。 (DeskOptions.MyNumberActions takes neither Reflect nor Undo.)");
        return gaps.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(gaps);
    }
}
