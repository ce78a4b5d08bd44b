using CellsContact.Contacts;
using CellsContact.Statuses;
using static CellsContact.Statuses.ContactAction;
using static CellsContact.Statuses.ContactStatus;

namespace CellsContact.Tests.Statuses;

public sealed class StatusTableTests
{
    /// <summary>Every allowed move; whatever is not here is not allowed.</summary>
    private static readonly Dictionary<(ContactStatus Status, bool IsReflected, ContactAction Action), ContactStatus> s_allowed = new()
    {
        [(Unprocessed, false, SaveDraft)] = Unprocessed,
        [(Unprocessed, false, Reflect)] = Registered,
        [(Unprocessed, false, Confirm)] = Registered,
        [(Unprocessed, false, Decline)] = Declined,
        [(Unprocessed, false, Complete)] = Completed,
        [(Registered, true, Complete)] = Completed,
        [(Registered, true, Undo)] = Unprocessed,
        [(Declined, false, Reopen)] = Unprocessed,
        [(Declined, false, Reflect)] = Registered,
        [(Declined, false, Confirm)] = Registered,
        [(Completed, true, Reopen)] = Registered,
        [(Completed, false, Reopen)] = Unprocessed,
    };

    public static TheoryData<ContactStatus, bool, ContactAction> WholeProduct()
    {
        TheoryData<ContactStatus, bool, ContactAction> data = [];
        foreach (ContactStatus status in Enum.GetValues<ContactStatus>())
        {
            foreach (ContactAction action in Enum.GetValues<ContactAction>())
            {
                data.Add(status, false, action);
                data.Add(status, true, action);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(WholeProduct))]
    public void Next_OverStatusReflectedAndAction_IsTheDesignsTable(ContactStatus status, bool isReflected, ContactAction action)
    {
        ContactStatus? expected = s_allowed.TryGetValue((status, isReflected, action), out ContactStatus next) ? next : null;
        Assert.Equal(expected, StatusTable.Next(status, isReflected, action));
    }

    [Theory]
    [MemberData(nameof(WholeProduct))]
    public void Next_IntoRegistered_OnlyByAReflectionOrBackToOne(ContactStatus status, bool isReflected, ContactAction action)
    {
        if (StatusTable.Next(status, isReflected, action) == Registered)
            Assert.True(action is Reflect or Confirm || isReflected);
    }

    [Theory]
    [InlineData(ContactKind.Hire, Unprocessed, "未", "未処理")]
    [InlineData(ContactKind.Hire, Registered, "登録済", "登録完了")]
    [InlineData(ContactKind.Hire, Declined, "登録不可", "登録保留")]
    [InlineData(ContactKind.Hire, Completed, "手続完了", "手続完了")]
    [InlineData(ContactKind.MyNumberUpdate, Registered, "済", "登録完了")]
    [InlineData(ContactKind.MyNumberUpdate, Unprocessed, "未", "未処理")]
    public void For_KindAndStatus_GivesTheLabelsOfDeskAndMyPage(ContactKind kind, ContactStatus status, string desk, string myPage)
    {
        StatusLabel label = new StatusLabels().For(kind, status);
        Assert.Equal((desk, myPage), (label.OnDesk, label.OnMyPage));
    }

    [Fact]
    public void Indexer_SetToAnotherLabel_ReplacesIt()
    {
        StatusLabels labels = new() { [Declined] = new("見送り", "見送り", "保留中") };
        Assert.Equal("保留中", labels.For(ContactKind.Separation, Declined).OnMyPage);
    }
}
