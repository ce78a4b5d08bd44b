// Two cores and a budget of time: one trial at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
